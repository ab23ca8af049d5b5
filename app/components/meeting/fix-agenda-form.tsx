import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { about } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import type { MeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'

/** Fixing the agenda that its chair has approved. */
export function FixAgendaForm(props: {
	page: MeetingPage
	commandKey: string
	answer: FormAnswer | undefined
}) {
	const { t } = useTranslation()
	const { page, commandKey, answer } = props
	const { heading, pool } = page
	const left = pool.filter((entry) => entry.isOpen)
	return (
		<>
			<p className="mb-2 text-table text-ink2">{t('meeting.agenda.fixHint')}</p>
			<CommandForm answer={answer} about={about(MEETING.fix)} commandKey={commandKey} seen={heading.revision}>
				{left.length > 0 ? (
					<p className="mb-1 text-table font-semibold text-warn">
						{t('meeting.agenda.fixLeaves', {
							count: left.length,
							titles: left.map(({ title }) => `《${title}》`).join(''),
						})}
					</p>
				) : null}
				<CheckBox name={MEETING.fix.sure} label={t('meeting.agenda.fixSure')} isRequired />
				<Button look={left.length > 0 ? 'outline' : 'filled'}>{t('meeting.agenda.fix')}</Button>
			</CommandForm>
		</>
	)
}
