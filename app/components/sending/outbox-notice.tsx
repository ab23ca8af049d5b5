import { useSyncExternalStore } from 'react'
import { Button } from '#app/components/form/button.tsx'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { fillIn, type SendingWords, sendingWords } from '#app/locales/sending-words.ts'
import { isPassing } from './answer-kind.ts'
import { askNow, pageWait } from './guarded-fetch.ts'
import { drop, outbox, type Standing, sendNow, stopSending } from './outbox.ts'

const NONE: readonly Standing[] = []
const none = () => NONE
const noWait = () => null

/** At the foot of the window: each form that has no answer yet, and a page that does not come. It says what is known. */
export function OutboxNotice() {
	const words = sendingWords(useLanguage())
	const standings = useSyncExternalStore(outbox.subscribe, outbox.read, none)
	const wait = useSyncExternalStore(pageWait.subscribe, pageWait.read, noWait)
	return (
		<div role="alert" className="no-print fixed inset-x-0 bottom-0 z-20 max-md:bottom-[56px]">
			{standings.map((standing) => (
				<Line key={standing.id} words={standingWords(standing, words)} isDone={standing.onRecord === 'done'}>
					{standing.isWaiting ? (
						<>
							<Button type="button" onClick={() => sendNow(standing.id)}>
								{words.now}
							</Button>
							<Button type="button" look="text" onClick={() => stopSending(standing.id)}>
								{words.stop}
							</Button>
						</>
					) : (
						<Button type="button" onClick={() => drop(standing.id)}>
							{words.close}
						</Button>
					)}
				</Line>
			))}
			{wait ? (
				<Line words={wait.isAfterDone ? words.pageAfterDone : words.page} isDone={wait.isAfterDone}>
					<Button type="button" onClick={askNow}>
						{words.now}
					</Button>
				</Line>
			) : null}
		</div>
	)
}

function Line({ words, isDone, children }: { words: string; isDone: boolean; children: React.ReactNode }) {
	const look = isDone ? 'border-ok bg-ok-soft text-ok' : 'border-bad bg-bad-soft text-bad'
	return (
		<div data-outbox className={`flex flex-wrap items-center gap-3 border-t-4 px-5 py-2 ${look}`}>
			<p className="min-w-0 flex-1 font-semibold">{words}</p>
			{children}
		</div>
	)
}

/** How a form stands, in words that claim no more than is known. */
export function standingWords(standing: Standing, words: SendingWords): string {
	const { cause, onRecord, isWaiting, isChanged, megabytes, number } = standing
	if (isChanged) return words.head.changed
	// What nobody took was not done, whatever the record could be asked.
	const known =
		onRecord === 'unknown' && (cause === 'too-large' || cause === 'turned-away') ? 'none' : onRecord
	const head = fillIn(words.head[known], { cause: fillIn(words.cause[cause], { megabytes }) })
	const told = cause === 'broken' && number !== null ? fillIn(words.number, { number }) : ''
	return [head, told, isWaiting ? words.waiting : nextWords(standing, words)].filter(Boolean).join(' ')
}

/** What can be done about a form that is not sent again by itself. */
function nextWords({ cause, onRecord, hasKey }: Standing, words: SendingWords): string {
	if (onRecord === 'done' || onRecord === 'refused' || !isPassing(cause)) return ''
	return hasKey ? words.mayRepeat : words.mustLook
}
