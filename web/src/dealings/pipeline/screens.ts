export { BinScreen } from './BinScreen.tsx'
export { OpportunityScreen } from './OpportunityScreen.tsx'
export { PipelineScreen } from './PipelineScreen.tsx'
