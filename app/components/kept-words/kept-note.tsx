import { Button } from '#app/components/form/button.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { fillIn, sendingWords } from '#app/locales/sending-words.ts'
import type { Told } from './keep-form.ts'

/** Above the fields of a form: that its words came back, or what another window has and by when. */
export function KeptNote({ told, onRead }: { told: Told; onRead: () => void }) {
	const language = useLanguage()
	const words = sendingWords(language)
	const when = formatInstant(told.at, language)
	return (
		<div role="status" data-kept={told.kind} className="mb-3 w-full rounded bg-warn-soft px-4 py-2 text-warn">
			<p>{fillIn(words.kept[told.kind], { when })}</p>
			{told.kind === 'restored' ? (
				<>
					{told.files.length > 0 ? (
						<p>{fillIn(words.kept.files, { files: told.files.map((name) => `“${name}”`).join('、') })}</p>
					) : null}
					<Button type="button" look="text" onClick={onRead}>
						{words.close}
					</Button>
				</>
			) : (
				<>
					<dl>
						{told.fields.map(({ label, theirs }) => (
							<div key={label} className="py-1">
								<dt className="font-semibold">{label}</dt>
								<dd className="whitespace-pre-wrap">{theirs}</dd>
							</div>
						))}
					</dl>
					<div className="flex flex-wrap gap-2">
						<Button type="button" onClick={told.take}>
							{words.kept.theirs}
						</Button>
						<Button type="button" onClick={told.leave}>
							{words.kept.mine}
						</Button>
					</div>
				</>
			)}
		</div>
	)
}

export { keepForm } from './keep-form.ts'
