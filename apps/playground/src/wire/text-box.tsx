interface TextBoxProps {
  readonly text: string;
  readonly className?: string;
}

/** Text as it is, in a box that scrolls: also for who has only a keyboard. */
export function TextBox({ text, className }: TextBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <pre className={className} tabIndex={0}>
      {text}
    </pre>
  );
}
