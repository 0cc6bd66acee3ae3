import { useLocalStorage } from '@mantine/hooks'

/** Whether one-key shortcuts work; remembered on this device, nothing personal. */
export function useShortcutSetting() {
  const [shortcutsOn, setShortcutsOn] = useLocalStorage({ key: 'cdj.shortcuts', defaultValue: true, getInitialValueInEffect: false })
  return { shortcutsOn, setShortcutsOn }
}
