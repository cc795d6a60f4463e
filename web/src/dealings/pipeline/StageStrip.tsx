import { useSpeech } from '../../texts/index.tsx'
import { nameIn } from '../products/units.ts'
import type { Column } from './contract.ts'
import { usePipelineTexts } from './texts.ts'

/** On a phone one stage fills the screen: the strip says which there are, and goes to them. */
export function StageStrip({ columns }: { columns: Column[] }) {
  const said = usePipelineTexts()
  const { language } = useSpeech()
  return (
    <nav className="stage-strip" aria-label={said.stages}>
      {columns.map(({ id, names, count }) => (
        <button
          key={id}
          type="button"
          onClick={() => document.getElementById(`stage-${id}`)?.scrollIntoView({ inline: 'start', block: 'nearest' })}
        >
          {nameIn(names, language)} <span className="figures">{count}</span>
        </button>
      ))}
    </nav>
  )
}
