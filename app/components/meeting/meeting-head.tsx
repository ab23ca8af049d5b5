import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { MeetingHeading } from '#app/services/meeting/open-meeting.server.ts'
import { MeetingChip } from '#app/components/frame/chips.tsx'
import { PageHead } from '#app/components/frame/page.tsx'

/** The head of a meeting's pages: name, state, when and where, who presides. */
export function MeetingHead(props: {
	heading: MeetingHeading
	title?: string
	back?: { to: string; label: string }
	actions?: ReactNode
	children?: ReactNode
}) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { heading, title, actions, children } = props
	const back = props.back ?? { to: '/meetings', label: t('meeting.back') }
	const facts = [
		title ? heading.title : '',
		t('meeting.facts', { time: formatInstant(heading.startsAt, language), place: heading.place }),
		heading.chair ? t('meeting.chair', { name: heading.chair }) : '',
		heading.approval
			? t('meeting.approved', {
					name: heading.approval.by,
					day: formatDay(heading.approval.on, language),
				})
			: '',
	]
	return (
		<PageHead
			title={title ?? heading.title}
			chip={<MeetingChip state={heading.state} />}
			facts={facts.filter((fact) => fact !== '').join(' · ')}
			back={back}
			actions={actions}
		>
			{children}
		</PageHead>
	)
}
