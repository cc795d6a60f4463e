export { CampaignScreen } from './CampaignScreen.tsx'
export { CampaignsScreen } from './CampaignsScreen.tsx'
export { NewCampaignScreen } from './NewCampaignScreen.tsx'
export { ReturnsScreen } from './ReturnsScreen.tsx'
