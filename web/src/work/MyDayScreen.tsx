import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { useSpeech } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Day } from './Day.tsx'
import { myDayQuery } from './queries.ts'
import { TaskForm } from './TaskForm.tsx'
import { useWorkTexts } from './texts.ts'
import './work.css'

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

/** What waits for one today: the desk's start. */
export function MyDayScreen() {
  const said = useWorkTexts()
  const { language } = useSpeech()
  const me = useQuery(meQuery).data
  const day = useQuery(myDayQuery)
  const bills = me?.duties.some(({ id }) => id === 'billing') && me.writes.includes('com.invoicing')
  const [isAdding, adding] = useDisclosure(false)
  useHotkeys([['n', adding.open]])
  const today = new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long' })
  return (
    <>
      <PageHead
        title={said.hello(me?.staff.name.split(' ')[0] ?? '')}
        under={
          <span className="capital">
            {today.format(day.data ? new Date(`${day.data.today}T12:00:00`) : new Date())}
          </span>
        }
        actions={
          day.data?.tasks && (
            <WriteButton leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
              {said.addTask}
            </WriteButton>
          )
        }
      />
      <Asked query={day}>{(found) => <Day day={found} bills={bills ?? false} />}</Asked>
      {isAdding && <TaskForm onClose={adding.close} />}
    </>
  )
}
