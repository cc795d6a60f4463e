export { BinScreen } from './BinScreen.tsx'
export { PipelineScreen } from './PipelineScreen.tsx'
