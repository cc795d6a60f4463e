/** The colours of a chart. Each series also has a pattern of its own: printed in grey they are still told apart. */
export function inkOf(scheme: 'light' | 'dark') {
  return scheme === 'dark'
    ? {
        marks: ['#48adb2', '#f0cf7d', '#ff9d92', '#b8a4e3', '#8fc98f', '#b3bcc6'],
        text: '#d5dbe1',
        faint: '#9aa5b1',
        line: '#333e4a',
        paper: '#1c242d',
      }
    : {
        marks: ['#0d6c73', '#a06a00', '#b3392c', '#5b3f9e', '#2f6f2f', '#514f4a'],
        text: '#232320',
        faint: '#5f5c55',
        line: '#e0ddd5',
        paper: '#ffffff',
      }
}

const strokes = ['', 'M0 6 L6 0', 'M3 0 V6', 'M0 3 H6', 'M0 0 L6 6', 'M0 6 L6 0 M0 0 L6 6']

export function Patterns({ id, ink }: { id: string; ink: ReturnType<typeof inkOf> }) {
  return (
    <defs>
      {ink.marks.map((colour, at) => (
        <pattern key={colour} id={`${id}-${at}`} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} fill={colour} fillOpacity={at === 0 ? 1 : 0.35} />
          {strokes[at] && <path d={strokes[at]} stroke={colour} strokeWidth={1.6} />}
        </pattern>
      ))}
    </defs>
  )
}
