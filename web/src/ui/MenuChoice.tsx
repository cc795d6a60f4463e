import { Menu } from '@mantine/core'

/** One of a few, side by side inside a menu. */
export function MenuChoice({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: string
  choices: { value: string; label: string; lang?: string }[]
  onChange: (value: string) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside a menu only the role "group" may hold items; a fieldset may not.
    <div role="group" aria-label={label} className="menu-choice">
      <Menu.RadioGroup value={value} onChange={onChange}>
        {choices.map((choice) => (
          <Menu.RadioItem key={choice.value} value={choice.value} lang={choice.lang} checkIcon={<span />}>
            {choice.label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </div>
  )
}
