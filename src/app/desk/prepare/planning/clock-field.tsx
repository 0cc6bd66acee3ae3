import { TextInput } from '@mantine/core'

/** A time of day; while it is half written the former one stays. */
export function ClockField({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
  return (
    <TextInput
      label={label}
      type="time"
      value={value}
      onChange={(event) => {
        const time = event.currentTarget.value.slice(0, 5)
        if (/^\d{2}:\d{2}$/.test(time)) onChange(time)
      }}
    />
  )
}
