import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/frame/icon.tsx'
import { BehindNotice } from '#app/components/meeting/behind-notice.tsx'
import { MeetingHead } from '#app/components/meeting/meeting-head.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { ItemPages } from '#app/components/meeting/packet-pages.tsx'
import { PaperFile } from '#app/components/paper/paper-file.tsx'
import { PaperView } from '#app/components/paper/paper-view.tsx'
import { PrintButton } from '#app/components/frame/print-button.tsx'
import { meetingIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { type Packet, readPacket } from '#app/services/packet/read-packet.server.ts'

export const handle = { title: 'meeting.packet.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { packet: pageOrThrow(await readPacket(shell, actor, meetingIdOf(args.params))) }
}

export default function PacketRoute() {
	const { t } = useTranslation()
	// What a loader sends comes as it was: its values are texts, numbers and lists, and the compiler gives up on their depth.
	const packet = useLoaderData<typeof loader>().packet as Packet
	const { heading } = packet
	const folder = `/meetings/${heading.id}/papers`
	return (
		<>
			<div className="no-print">
				<MeetingHead
					heading={heading}
					title={t('meeting.packet.title')}
					back={{ to: `/meetings/${heading.id}`, label: t('meeting.backToAgenda') }}
					actions={<PrintButton label={t('meeting.packet.print')} look="filled" />}
				/>
				<PageBody>
					{packet.behind ? <BehindNotice behind={packet.behind} /> : <Findings packet={packet} />}
					<EarlierMinutes packet={packet} folder={folder} />
				</PageBody>
			</div>
			{[packet.minutes, packet.outcomes, packet.notice, packet.agendaPaper].map((paper) =>
				paper ? (
					<PaperView key={paper.title} paper={paper} head={<PaperFile paper={paper} folder={folder} />} />
				) : null,
			)}
			{packet.items.map((item, at) => (
				<ItemPages key={item.agendaItemId} item={item} number={at + 1} folder={folder} />
			))}
		</>
	)
}

/** The minutes that a correction has replaced: they stay as they were sealed. */
function EarlierMinutes({ packet, folder }: { packet: Packet; folder: string }) {
	const { t } = useTranslation()
	if (packet.earlierMinutes.length === 0) return null
	return (
		<section className="mt-3">
			<h2 className="text-section font-semibold">{t('meeting.packet.earlierMinutes')}</h2>
			<ul>
				{packet.earlierMinutes.map(({ id, number }) => (
					<li key={id} className="py-1">
						<a className="text-accent" href={`${folder}/${id}/file`}>
							{number}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}

/** What the check of this moment found: everything holds, or which items have no page. */
function Findings({ packet }: { packet: Packet }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const failed = packet.agenda.filter((entry) => entry.problem !== null)
	if (packet.broken.length > 0)
		return (
			<p role="alert" className="rounded bg-bad-soft px-4 py-2 font-semibold text-bad">
				{t('meeting.packet.sealBroken', { titles: packet.broken.join('、') })}
			</p>
		)
	if (packet.isAltered)
		return (
			<p role="alert" className="rounded bg-bad-soft px-4 py-2 font-semibold text-bad">
				{t('meeting.agenda.altered')}
			</p>
		)
	if (packet.items.length === 0 && failed.length === 0)
		return <p>{t(packet.isRecord ? 'meeting.packet.noRecord' : 'meeting.packet.nothing')}</p>
	if (packet.isRecord) return <p>{t('meeting.packet.asSeen')}</p>
	if (packet.isChanged && failed.length === 0)
		return (
			<section role="alert" className="rounded-card border border-l-4 border-warn bg-surface p-4">
				<h2 className="text-section font-semibold text-warn">{t('meeting.packet.changed')}</h2>
				<ul>
					{packet.fallen.map((title) => (
						<li key={title} className="py-1">
							{t('meeting.packet.fallen', { title })}
						</li>
					))}
				</ul>
			</section>
		)
	if (failed.length === 0)
		return (
			<p className="font-semibold text-ok">
				<Icon name="shield-check" />{' '}
				{t('meeting.packet.allGood', { time: formatInstant(packet.verifiedAt, language) })}
			</p>
		)
	return (
		<section role="alert" className="rounded-card border border-l-4 border-bad bg-surface p-4">
			<h2 className="text-section font-semibold text-bad">
				{t('meeting.packet.someBad', { count: failed.length })}
			</h2>
			<ul>
				{failed.map((entry) => (
					<li key={entry.agendaItemId} className="py-1">
						{t('meeting.packet.cannotPrint', {
							title: entry.title,
							problem: t(`meeting.agenda.problem.${entry.problem ?? 'not-effective'}`),
						})}
					</li>
				))}
			</ul>
		</section>
	)
}
