import { Dialog } from "../parts/dialog.tsx";

/** Finds jobs, pages and things to do by typing. */
export function Palette({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Search or jump to" onClose={onClose}>
      <p />
    </Dialog>
  );
}
