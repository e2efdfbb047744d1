type Props = { kind: 'added' | 'removed'; text: string }

/** Words that came or went, marked as what they are. */
export function ChangedText({ kind, text }: Props) {
  const Mark = kind === 'added' ? 'ins' : 'del'
  return <Mark>{visible(text)}</Mark>
}

/** Spaces and line ends that changed alone would be marked and yet not be seen. */
const visible = (text: string) =>
  /^\s+$/.test(text) ? text.replaceAll(' ', '·').replaceAll('\n', '↵\n') : text
