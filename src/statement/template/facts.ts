/** The ten facts a newcomer types; the last three may be left out. */
export interface TemplateFacts {
  controllerName: string
  businessId: string
  street: string
  postcode: string
  city: string
  phone: string
  email: string
  website?: string
  /** Who runs the servers; left out when they are the controller's own. */
  hostingProvider?: string
  /** Reference of the processing agreement with the host; asked when there is a host. */
  hostingAgreement?: string
}
