import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useWording } from '#app/locales/use-wording.ts'
import { Card } from '#app/components/frame/card.tsx'
import { type Tone, Chip } from '#app/components/frame/chips.tsx'
import type { IconName } from '#app/components/frame/icon.tsx'
import type { Level, PrecheckHit, RuleEntry } from '#app/domain/precheck/rules/hit.ts'

/** A hit with its place in words and what its rule says. */
export type HitRow = PrecheckHit & {
	readonly place: string
	readonly says: Pick<RuleEntry, 'name' | 'ground' | 'mayBeFalse'>
}

/** What the rules say of a draft; null where it was too large for them. */
type PrecheckRows = {
	readonly hits: readonly HitRow[] | null
	readonly left: number
	readonly edition: string
	readonly lawsUntil: string | null
}

const LOOKS: Record<Level, readonly [Tone, IconName]> = {
	E: ['red', 'alert'],
	W: ['amber', 'alert'],
	F: ['grey', 'pen'],
}

const LEVELS = ['E', 'W', 'F'] as const

/** So many are read at a glance; the others open on demand. */
const AT_A_GLANCE = 8

/** 预检: what the rules say of a draft, the graver first. `carryTo` gives the address that takes a hit into an opinion. */
export function PrecheckCard({
	precheck,
	carryTo = null,
	isLinked = true,
}: {
	precheck: PrecheckRows
	carryTo?: ((hit: HitRow, index: number) => string) | null
	/** Whether the text stands on the page, so that a place leads to it. */
	isLinked?: boolean
}) {
	const { t } = useTranslation()
	const { hits, left, edition, lawsUntil } = precheck
	const rows = (hits ?? []).map((hit, index) => ({ hit, index }))
	const ordered = LEVELS.flatMap((level) => rows.filter(({ hit }) => hit.level === level))
	const line = ({ hit, index }: (typeof rows)[number]) => (
		<HitLine key={index} hit={hit} carry={carryTo ? carryTo(hit, index) : null} isLinked={isLinked} />
	)
	return (
		<Card
			id="precheck"
			title={t('precheck.title')}
			note={hits === null ? undefined : t('precheck.count', { count: hits.length + left })}
		>
			<p className="mb-1 text-table text-ink2">{t('precheck.lead')}</p>
			<p className="mb-2 text-quiet text-ink3">
				{lawsUntil === null
					? t('precheck.madeWithoutLaws', { edition })
					: t('precheck.made', { edition, lawsUntil })}
			</p>
			{hits === null ? <p className="text-table">{t('precheck.costly')}</p> : null}
			{hits?.length === 0 ? <p className="text-table">{t('precheck.none')}</p> : null}
			<ul>{ordered.slice(0, AT_A_GLANCE).map(line)}</ul>
			{ordered.length > AT_A_GLANCE ? (
				<details>
					<summary className="cursor-pointer py-2 text-table text-accent">
						{t('precheck.more', { count: ordered.length - AT_A_GLANCE })}
					</summary>
					<ul>{ordered.slice(AT_A_GLANCE).map(line)}</ul>
				</details>
			) : null}
			{left > 0 ? <p className="mt-2 text-table text-ink2">{t('precheck.left', { count: left })}</p> : null}
		</Card>
	)
}

function HitLine({ hit, carry, isLinked }: { hit: HitRow; carry: string | null; isLinked: boolean }) {
	const { t } = useTranslation()
	const wording = useWording()
	const [tone, icon] = LOOKS[hit.level]
	const { sentence, start, end, place, rule, says, detail } = hit
	return (
		<li className="border-t border-line py-2 text-table">
			<p className="flex flex-wrap items-baseline gap-x-2">
				<Chip tone={tone} icon={icon}>
					{t(`precheck.level.${hit.level}`)}
				</Chip>
				<span className="font-semibold">{wording(says.name)}</span>
				<span className="text-ink3">{rule}</span>
				{isLinked ? (
					<a href={`#${hit.anchor}`} lang="zh-CN">
						{place}
					</a>
				) : (
					<span lang="zh-CN">{place}</span>
				)}
			</p>
			<p lang="zh-CN" className="my-1 break-words">
				{sentence.slice(0, start)}
				<mark>{sentence.slice(start, end)}</mark>
				{sentence.slice(end)}
			</p>
			{detail === null ? null : (
				<p lang="zh-CN" className="text-ink2">
					{t('precheck.detail', { detail })}
				</p>
			)}
			<p className="text-ink2">
				<span lang="zh-CN">{t('precheck.ground', { ground: says.ground })}</span>
			</p>
			<p className="text-quiet text-ink3">{t('precheck.mayBeFalse', { words: wording(says.mayBeFalse) })}</p>
			{carry === null ? null : (
				<p className="no-print">
					<Link to={carry} aria-label={t('precheck.carryAt', { place })}>
						{t('precheck.carry')}
					</Link>
				</p>
			)}
		</li>
	)
}
