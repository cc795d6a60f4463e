export { OpportunitiesScreen } from './OpportunitiesScreen.tsx'
export { OpportunityScreen } from './OpportunityScreen.tsx'
export { PipelineScreen } from './PipelineScreen.tsx'
