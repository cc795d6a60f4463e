import { IconMailOpened } from '@tabler/icons-react'
import { useTexts } from '../texts/index.tsx'
import { Empty } from '../ui/Empty.tsx'

export function NothingOpen() {
  const {
    register: { enquiries },
  } = useTexts()
  return (
    <div className="sheet">
      <Empty icon={<IconMailOpened size={26} />} title={enquiries.choose}>
        {enquiries.chooseText}
      </Empty>
    </div>
  )
}
