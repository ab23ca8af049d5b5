/** Why a text may be issued: a meeting has passed it, or others to whom it was referred, or it was checked after the meeting. */
export type RestsOn = 'passed' | 'passed-from-above' | 'checked-after-the-meeting'
