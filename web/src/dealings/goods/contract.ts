/** A line that was delivered. */
export interface DeliveredLine {
  delivery: string
  number: string
  deliveredOn: string
  order: string
  line: string
  text: string
  product: string | null
}

/** What a complaint or a warranty is about. */
export interface Goods {
  product: string | null
  order: string | null
  delivery: string | null
}

export const noGoods: Goods = { product: null, order: null, delivery: null }
