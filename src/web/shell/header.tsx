import { ChevronRight, Menu as MenuIcon, Plus, Search } from "lucide";
import { Button, LinkButton } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { href, path } from "../router.ts";
import { crumb } from "../state/title.ts";
import { LiveBadge } from "./live-badge.tsx";
import { Mark } from "./logo.tsx";
import { Notifications } from "./notifications.tsx";
import { PAGES } from "./sidebar.tsx";
import { UserMenu } from "./user-menu.tsx";

type Props = { menuOpen: boolean; onMenu: () => void; onFind: () => void };

/** What stands above every page. */
export function Header({ menuOpen, onMenu, onFind }: Props) {
  return (
    <header class="head">
      <Button kind="icon" class="menu-button" icon={MenuIcon} label={menuOpen ? "Close the menu" : "Open the menu"} onClick={onMenu} />
      <a class="logo" href={href("/")} aria-label="Kinora, dashboard">
        <Mark />
        <span>Kinora</span>
      </a>
      <Crumbs />
      <button type="button" class="find" onClick={onFind}>
        <Icon of={Search} />
        <span>Search or jump to…</span>
        <kbd>Ctrl K</kbd>
      </button>
      <LiveBadge />
      <Notifications />
      <LinkButton kind={path.value === "/create" ? "plain" : "main"} icon={Plus} to="/create" label="New video">
        <span class="wide">New video</span>
      </LinkButton>
      <UserMenu />
    </header>
  );
}

function Crumbs() {
  const page = PAGES.find(({ to }) => to !== "/" && path.value.startsWith(to)) ?? PAGES[0]!;
  const within = path.value !== page.to && path.value !== "/";
  return (
    <div class="crumbs">
      {within ? (
        <>
          <a href={href(page.to)}>{page.label}</a>
          <Icon of={ChevronRight} size={14} />
          <span class="cut">{crumb.value}</span>
        </>
      ) : (
        <span class="cut">{page.label}</span>
      )}
    </div>
  );
}
