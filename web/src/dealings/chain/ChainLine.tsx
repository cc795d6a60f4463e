import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import './chain.css'
import type { Step, StepKind } from './contract.ts'
import { useChainTexts } from './texts.ts'

const pathOf: Record<StepKind, (id: string) => string> = {
  enquiry: to.enquiry,
  opportunity: (id) => `/opportunities/${id}`,
  'quote-request': to.quoteRequest,
  quote: to.quote,
  order: to.order,
  contract: to.contract,
  assignment: to.assignment,
  delivery: to.delivery,
  invoice: to.invoice,
  'credit-note': to.invoice,
}

// What has a subject instead of a number has no room for it here.
const unnumbered: readonly StepKind[] = ['opportunity', 'quote-request']

/** The documents of one sale on a calm line, from the first enquiry to the last invoice. */
export function ChainLine({ steps, here }: { steps: Step[]; here: string }) {
  const said = useChainTexts()
  const { day } = useFormat()
  const line = useRef<HTMLElement>(null)
  // On a narrow screen the line is scrolled to where one is.
  useEffect(() => {
    const one = line.current?.querySelector<HTMLElement>('.here')
    const before = one?.previousElementSibling as HTMLElement | null | undefined
    // To the beginning of the step before, so that none is cut in its middle.
    if (line.current && one) line.current.scrollLeft = before ? before.offsetLeft - 2 : 0
  }, [here])
  if (steps.length < 2) return null
  return (
    <nav aria-label={said.chain} className={steps.length > 3 ? 'chain-line is-long' : 'chain-line'} ref={line}>
      <ol>
        {steps.map(({ kind, id, title, state, at }) => (
          <li key={id} className={id === here ? 'here' : undefined}>
            <Link to={pathOf[kind](id)} {...(id === here ? { 'aria-current': 'step' as const } : {})}>
              <strong>{said.steps[kind]}</strong>
              <span className="figures">
                {[
                  unnumbered.includes(kind) ? null : title,
                  said.states[`${kind}:${state}`] ?? said.states[state] ?? state,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <time dateTime={at} className="figures">
                {day(at)}
              </time>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
