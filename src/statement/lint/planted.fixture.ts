import { faultsInConduct } from './planted-conduct.fixture.ts'
import { faultsInContents } from './planted-contents.fixture.ts'
import type { Faults } from './planted-parts.fixture.ts'

/** One fault for each rule of the lint, to be planted in the mended statement of the demo group. */
export const faults: Faults = { ...faultsInContents, ...faultsInConduct }
