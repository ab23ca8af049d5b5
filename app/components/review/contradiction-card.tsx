import { useTranslation } from 'react-i18next'
import type { ReviewPoint } from '#app/domain/materials/checklist.ts'
import type { Step } from '#app/domain/materials/step.ts'
import type { Contradiction } from '#app/domain/opinion/contradictions.ts'
import type { OpinionBody } from '#app/domain/opinion/opinion-body.ts'
import { Card } from '#app/components/frame/card.tsx'
import { useWording } from '#app/locales/use-wording.ts'
import { ContradictionList, type OpinionPlaces } from './contradiction-list.tsx'

/** An opinion in the making with what its parts are called. */
export type OpinionShown = {
	readonly body: OpinionBody
	readonly contradictions: readonly Contradiction[]
	readonly points: readonly ReviewPoint[]
	readonly steps: readonly { readonly id: string; readonly step: Step }[]
	readonly counsel: readonly { readonly id: string; readonly name: string }[]
}

/** What contradicts what in an opinion; in the editor each side leads to where it is written. */
export function ContradictionCard(props: { opinion: OpinionShown; matterId: string; mayMend: boolean }) {
	const { t } = useTranslation()
	const { opinion, matterId, mayMend } = props
	const places = usePlaces(opinion, `/matters/${matterId}/opinion`, mayMend)
	const { contradictions } = opinion
	if (contradictions.length === 0) return null
	return (
		<div id="contradictions" className="rounded-card border-l-4 border-bad">
			<Card title={t('review.contradiction.title', { count: contradictions.length })}>
				<p className="text-quiet text-ink3">{t('review.contradiction.lead')}</p>
				<ContradictionList contradictions={contradictions} places={places} />
			</Card>
		</div>
	)
}

function usePlaces(
	{ body, points, steps, counsel }: OpinionShown,
	editor: string,
	mayMend: boolean,
): OpinionPlaces {
	const { t } = useTranslation()
	const wording = useWording()
	const at = (address: string) => (mayMend ? `${editor}${address}` : null)
	return {
		conclusion: body.conclusion,
		conclusionAt: at('#conclusion'),
		newItemAt: mayMend ? (point) => `${editor}?point=${point}#text` : null,
		point: (code) => {
			const name = points.find((point) => point.code === code)?.name
			return { name: name ? `“${wording(name)}”` : code, at: at(`#point-${code}`) }
		},
		item: (id) => {
			const number = body.items.findIndex((item) => item.id === id)
			const item = body.items[number]
			const { place = '', kind = 'must' } = item ?? {}
			return {
				name: t('review.contradiction.item', {
					number: number + 1,
					kind: t(`words.itemKind.${kind}`),
					place,
				}),
				at: at(`?item=${id}#item-form`),
			}
		},
		step: (id) => {
			const step = steps.find((each) => each.id === id)
			return { name: step ? t(`words.step.${step.step}`) : '', at: at('#steps') }
		},
		counsel: (id) => ({
			name: t('review.contradiction.counsel', {
				name: counsel.find((each) => each.id === id)?.name ?? '',
			}),
			at: at('#counsel'),
		}),
	}
}
