import { Component, type ComponentChildren } from "preact";
import { Problem } from "./states.tsx";

/** Keeps a fault in one page from taking the others with it. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, { error: unknown }> {
  override state = { error: undefined as unknown };
  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ error });
  }
  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Problem title="This page has stopped working" error={this.state.error} onRetry={() => this.setState({ error: undefined })}>
        <p>Jobs are not touched by this. If it happens again, load the page anew.</p>
      </Problem>
    );
  }
}
