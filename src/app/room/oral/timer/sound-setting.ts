import { useLocalStorage } from '@mantine/hooks'

/** Whether warnings are heard; remembered on this device, nothing personal. */
export function useSoundSetting() {
  const [soundOn, setSoundOn] = useLocalStorage({ key: 'cdj.timer.sound', defaultValue: true, getInitialValueInEffect: false })
  return { soundOn, setSoundOn }
}
