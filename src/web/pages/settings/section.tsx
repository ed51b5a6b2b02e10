import type { ComponentChildren } from "preact";

type Props = { title?: string; about?: ComponentChildren; children: ComponentChildren };

/** What belongs together, with a name for it. */
export function Group({ title, about, children }: Props) {
  return (
    <section class="set-group">
      {title && <h2>{title}</h2>}
      {about && <p class="set-about">{about}</p>}
      <div class="panel set-rows">{children}</div>
    </section>
  );
}
