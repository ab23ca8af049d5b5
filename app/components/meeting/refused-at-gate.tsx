import { useTranslation } from 'react-i18next'
import type { RuleDecision } from '#app/domain/agenda-gate/evaluate-gate.ts'
import type { Refusal, RefusalOf } from '#app/domain/refusal.ts'
import { GateCounts } from '#app/components/frame/chips.tsx'
import { GateList } from './gate-list.tsx'

/** What the gate refused, rule by rule: only pages of a meeting ask it, so only they are sent its words. */
export function RefusedAtGate({ refusal }: { refusal: Refusal | null | undefined }) {
	if (!refusal) return null
	if (refusal.code === 'gate-blocked') return <UnmetRules rules={refusal.decision.rules} />
	if (refusal.code === 'agenda-not-sound') return <UnsoundItems items={refusal.items} />
	return null
}

/** The items of an agenda that are not what was cleared, each with its rules and its damaged files. */
function UnsoundItems({ items }: { items: RefusalOf<'agenda-not-sound'>['items'] }) {
	const { t } = useTranslation()
	return items.map((item) => (
		<div key={item.title}>
			<h3 className="px-4 pt-2 font-semibold">{item.title}</h3>
			<UnmetRules rules={item.decision.rules} />
			{item.damagedFiles.map((name) => (
				<p key={name} className="px-4 py-2">
					{t('refusals.damagedFile', { name })}
				</p>
			))}
		</div>
	))
}

/** Every unmet rule, and how the others stand. */
function UnmetRules({ rules }: { rules: readonly RuleDecision[] }) {
	const { t } = useTranslation()
	const others = rules.filter((rule) => rule.status !== 'unmet')
	return (
		<>
			<GateList rules={rules} only="unmet" />
			{others.length > 0 ? (
				<p className="border-t border-line px-4 py-2 text-quiet text-ink2">
					{t('gate.others', { count: others.length })}
					<GateCounts rules={others} />
				</p>
			) : null}
		</>
	)
}
