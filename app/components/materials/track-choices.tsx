import { useTranslation } from 'react-i18next'
import { type Track, TRACKS } from '#app/domain/matter/track.ts'
import { type FieldName, FieldErrors, nameOf } from '#app/components/form/fields.tsx'
import { useFieldState } from '#app/components/form/form-state.ts'

/** How long the review of a track normally takes, and whether that is a default still to be confirmed. */
export type TrackDays = Readonly<Record<Track, { readonly review: number; readonly isAssumed: boolean }>>

/** The five tracks as boxes to tick: what each is for, and how long its review takes. */
export function TrackChoices(props: {
	name: FieldName
	days: TrackDays
	/** The tracks that the matter has by now. */
	chosen?: readonly string[]
}) {
	const { t } = useTranslation()
	const { days, chosen = [] } = props
	const name = nameOf(props.name)
	const { errors, wasChosen } = useFieldState(name)
	return (
		<fieldset className="mb-3" id={name} aria-describedby={errors ? `${name}-error` : undefined}>
			<legend className="mb-1 text-table font-semibold">{t('intake.opening.tracks')}</legend>
			<p className="mb-2 text-quiet text-ink3">{t('intake.opening.tracksHint')}</p>
			{TRACKS.map((track) => (
				<label key={track} className="mb-2 flex items-start gap-3 rounded border border-line p-3">
					<input
						type="checkbox"
						name={name}
						value={track}
						defaultChecked={wasChosen(track) ?? chosen.includes(track)}
						className="mt-1 w-4 h-4 accent-accent"
					/>
					<span>
						<span className="block font-semibold">{t(`words.track.${track}`)}</span>
						<span className="block text-table text-ink2">{t(`intake.opening.example.${track}`)}</span>
						<span className="block text-quiet text-ink3">
							{t('intake.opening.days', { days: days[track].review })}
							{days[track].isAssumed ? t('intake.opening.assumed') : ''}
						</span>
					</span>
				</label>
			))}
			<FieldErrors id={name} errors={errors} />
		</fieldset>
	)
}
