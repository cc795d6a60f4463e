import type { Published } from '#statement'

/** Whether the statement lets direct marketing go by e-mail to who has bought (§ 200(3) of laki 917/2014), so that they are told of it. */
export function marketsToBuyers({ statement }: Published): boolean {
  return (statement.purposes ?? []).some(({ eligibility = [] }) =>
    eligibility?.some(({ channel, require }) => channel === 'email' && require === 'existing-customer'),
  )
}
