import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { say, sayError } from "../state/toasts.ts";

/** A component that comes when it is first shown; nothing stands in its place until then. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Lazy(props: Props) {
    const [Content, setContent] = useState(() => loaded);
    useEffect(() => {
      if (Content) return;
      load().then(
        (come) => {
          loaded = come;
          setContent(() => come);
        },
        (error: unknown) => say("bad", `A part of the page could not be loaded. ${sayError(error)}`),
      );
    }, []);
    return Content ? <Content {...props} /> : null;
  };
}
