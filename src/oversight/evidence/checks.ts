import type { Check } from './check.ts'
import { sections0to3 } from './section-00-03.ts'
import { section4 } from './section-04.ts'
import { section5 } from './section-05.ts'
import { section6 } from './section-06.ts'
import { section7 } from './section-07.ts'
import { sections8and9 } from './section-08-09.ts'
import { section10 } from './section-10.ts'
import { sections11to12 } from './section-11-12.ts'
import { sections12to13 } from './section-12-13.ts'

/** Every clause of the statement that this register answers for, with how it proves it now. */
export const allChecks: readonly Check[] = [
  ...sections0to3,
  ...section4,
  ...section5,
  ...section6,
  ...section7,
  ...sections8and9,
  ...section10,
  ...sections11to12,
  ...sections12to13,
]
