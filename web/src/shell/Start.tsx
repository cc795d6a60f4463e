import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { meQuery } from '../access/queries.ts'
import { to } from '../to.ts'

/** The day begins with what waits for one; for those who only keep the register, with the statement. */
export function Start() {
  const me = useQuery(meQuery).data
  if (!me) return null
  const keepsOnly = me.duties.every(({ id }) => id === 'admin')
  const hasDay = me.reads.includes('com.activities')
  return <Navigate to={keepsOnly ? to.statement() : hasDay ? to.myDay() : to.enquiries()} replace />
}
