import { Check, CircleUser, Info, Keyboard, Monitor, Moon, SlidersHorizontal, Sun } from "lucide";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { Menu } from "../parts/menu.tsx";
import { href } from "../router.ts";
import { over } from "../state/over.ts";
import { preferences } from "../state/preferences.ts";
import { chooseTheme } from "../state/theme.ts";

/** The colours of the pages, by the names that the preferences have for them. */
export const THEMES = [
  { theme: "system", label: "As the system is", icon: Monitor },
  { theme: "light", label: "Light", icon: Sun },
  { theme: "dark", label: "Dark", icon: Moon },
] as const;

/** Theme, shortcuts and settings. */
export function UserMenu() {
  const chosen = preferences.value.theme;
  return (
    <Menu label="Menu" button={(props) => <Button {...props} kind="icon" icon={CircleUser} label="Menu" />}>
      {THEMES.map(({ theme, label, icon }) => (
        <button key={theme} type="button" role="menuitemradio" aria-checked={chosen === theme} onClick={() => chooseTheme(theme)}>
          <Icon of={icon} />
          {label}
          {chosen === theme && (
            <span class="menu-end">
              <Icon of={Check} />
            </span>
          )}
        </button>
      ))}
      <hr />
      <button
        type="button"
        role="menuitem"
        onClick={() => {
          over.value = "help";
        }}
      >
        <Icon of={Keyboard} />
        Keyboard shortcuts
        <kbd>?</kbd>
      </button>
      <a role="menuitem" href={href("/settings")}>
        <Icon of={SlidersHorizontal} />
        Settings
      </a>
      <a role="menuitem" href={href("/settings?section=about")}>
        <Icon of={Info} />
        About Kinora
      </a>
    </Menu>
  );
}
