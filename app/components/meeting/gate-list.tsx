import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { RuleDecision } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { gateChip } from '#app/components/frame/chips.tsx'
import { codeWords } from '#app/locales/code-words.ts'

/** The rules of the gate with their status and fact in words; an unmet one says who can mend it. */
export function GateList({
	rules,
	only,
	isQuiet = false,
}: {
	rules: readonly RuleDecision[]
	only?: 'unmet'
	isQuiet?: boolean
}) {
	const { t } = useTranslation()
	const shown = only === 'unmet' ? rules.filter((rule) => rule.status === 'unmet') : rules
	return (
		<ul className="columns-on-paper">
			{shown.map((rule) => (
				<li
					key={rule.id}
					className="border-b border-line px-4 py-2 last:border-b-0 print:border-b-0 print:py-px"
				>
					<p className="flex flex-wrap items-baseline gap-x-3 print:mr-2 print:inline-flex">
						<span className="font-semibold">{t(`gate.rule.${rule.id}`)}</span>
						{gateChip(rule.status, isQuiet, t)}
						{rule.mark ? <span className="text-quiet text-ink2">{t(`gate.mark.${rule.mark}`)}</span> : null}
					</p>
					<p className="text-table text-ink2 print:inline">
						{codeWords(t, 'gate.fact', rule.fact, rule.figures)}
					</p>
					<p className="text-quiet text-ink3 print:inline">
						{groundsOf(rule)
							.map(({ words, mark }) => t('gate.groundWords', { words, mark: t(`gate.ground.${mark}`) }))
							.join(' ')}
					</p>
					{rule.status === 'unmet' ? (
						<p className="text-quiet text-ink3 print:inline">
							{t('gate.mendedBy', {
								who: oneOf(
									rule.menders.map((mender) => t(`gate.mender.${mender}`)),
									t,
								),
							})}
						</p>
					) : null}
				</li>
			))}
		</ul>
	)
}

/** A refusal that an earlier release has stored says nothing of what its rules rest on. */
function groundsOf({ grounds }: { readonly grounds?: RuleDecision['grounds'] }): RuleDecision['grounds'] {
	return grounds ?? []
}

/** 甲、乙或者丙. */
function oneOf(words: readonly string[], t: TFunction): string {
	const others = words.slice(0, -1)
	return [others.join(t('gate.or')), ...words.slice(-1)].filter((part) => part !== '').join(t('gate.lastOr'))
}
