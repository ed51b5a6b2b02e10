import { Dialog } from "../parts/dialog.tsx";

/** Every key and what it does. */
export function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <p />
    </Dialog>
  );
}
