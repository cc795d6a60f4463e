import { notifications } from '@mantine/notifications'

export function tell(message: string) {
  notifications.show({ message, color: 'petrol', withBorder: true, autoClose: 3500 })
}

export function tellProblem(message: string) {
  notifications.show({ message, color: 'red', withBorder: true, autoClose: 9000, role: 'alert' })
}
