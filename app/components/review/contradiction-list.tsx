import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { Contradiction } from '#app/domain/opinion/contradictions.ts'
import { Icon } from '#app/components/frame/icon.tsx'

/** How a page calls the places of an opinion, and where it shows them; without an address a place is only named. */
export type OpinionPlaces = {
	readonly conclusion: Conclusion | null
	readonly point: (code: string) => Place
	readonly item: (id: string) => Place
	readonly step: (id: string) => Place
	readonly counsel: (id: string) => Place
	readonly conclusionAt: string | null
	/** Where a mandatory item that cites this point is begun. */
	readonly newItemAt: ((point: string) => string) | null
}

export type Place = { readonly name: string; readonly at: string | null }

/** What contradicts what in an opinion: a sentence, the two sides, and the way to mend it. */
export function ContradictionList(props: {
	contradictions: readonly Contradiction[]
	places: OpinionPlaces
}) {
	const { t } = useTranslation()
	const { contradictions, places } = props
	return (
		<ol className="divide-y divide-line">
			{contradictions.map((each) => {
				const [one, other] = sidesOf(each, places, t)
				return (
					<li key={JSON.stringify(each)} className="py-2 text-table">
						<p className="flex gap-2 font-semibold">
							<Icon name="circle-cross" className="mt-1 text-bad" />
							{contradictionSentence(each, t)}
						</p>
						<p className="ml-6 flex flex-wrap items-baseline gap-x-2">
							<Side place={one} />
							<span role="img" aria-label={t('review.contradiction.against')} className="text-bad">
								≠
							</span>
							<Side place={other} />
						</p>
						{'point' in each && each.code === 'problem-without-item' && places.newItemAt ? (
							<p className="ml-6">
								<a href={places.newItemAt(each.point)}>{t('review.contradiction.newItem')}</a>
							</p>
						) : null}
					</li>
				)
			})}
		</ol>
	)
}

/** A contradiction as one sentence. */
export function contradictionSentence(each: Contradiction, t: TFunction): string {
	if (each.code === 'subject-against-point')
		return t('review.contradiction.subject-against-point', {
			subject: t(`review.contradiction.subject.${each.subject}`),
		})
	return t(`review.contradiction.${each.code}`)
}

function Side({ place }: { place: Place }) {
	return place.at === null ? <span>{place.name}</span> : <a href={place.at}>{place.name}</a>
}

function sidesOf(each: Contradiction, places: OpinionPlaces, t: TFunction): readonly [Place, Place] {
	const conclusion: Place = {
		name: t('review.contradiction.conclusion', {
			conclusion: places.conclusion ? t(`words.conclusion.${places.conclusion}`) : '',
		}),
		at: places.conclusionAt,
	}
	const clean = (code: string) => said(places.point(code), t('review.contradiction.clean'))
	const problem = (code: string) => said(places.point(code), t('review.opinion.answer.problem'))
	switch (each.code) {
		case 'problem-without-item':
			return [problem(each.point), { name: t('review.contradiction.noItem'), at: null }]
		case 'item-against-point':
		case 'subject-against-point':
			return [clean(each.point), places.item(each.item)]
		case 'step-against-point':
			return [clean(each.point), said(places.step(each.step), t('review.contradiction.rejected'))]
		case 'lawful-with-problem':
		case 'risk-flagged-with-problem':
			return [conclusion, problem(each.point)]
		case 'lawful-with-must-item':
		case 'risk-flagged-with-must-item':
			return [conclusion, places.item(each.item)]
		case 'lawful-with-rejected-step':
		case 'risk-flagged-with-rejected-step':
			return [conclusion, said(places.step(each.step), t('review.contradiction.rejected'))]
		case 'lawful-against-counsel':
		case 'risk-flagged-against-counsel':
			return [conclusion, places.counsel(each.counselOpinion)]
		case 'unlawful-without-problem':
		case 'amend-without-problem':
			return [conclusion, { name: t('review.contradiction.allClean'), at: null }]
		case 'risk-flagged-on-other-track':
			return [conclusion, { name: t('review.contradiction.otherTrack'), at: null }]
		case 'amend-without-must-item':
			return [conclusion, { name: t('review.contradiction.noItem'), at: null }]
	}
}

function said(place: Place, words: string): Place {
	return { ...place, name: `${place.name} ${words}` }
}
