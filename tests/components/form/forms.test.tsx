import { expect, test } from 'vitest'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { RadioRow, TextArea, TextField } from '#app/components/form/fields.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { renderPage } from '#tests/support/render-page.tsx'

test('a command form carries its key, the revision that the page showed, and the form token', async () => {
	const page = await renderPage(
		<CommandForm commandKey="key-1" seen={7}>
			<Button>提交</Button>
		</CommandForm>,
	)
	expect(page).toMatch(/<form[^>]* method="post"/)
	expect(page).toContain('<input type="hidden" name="csrf" value="form-token"/>')
	expect(page).toContain('<input type="hidden" name="key" value="key-1"/>')
	expect(page).toContain('<input type="hidden" name="seen" value="7"/>')
})

test('a form with files is sent in parts', async () => {
	const page = await renderPage(
		<CommandForm commandKey="k" hasFiles>
			<Button>上传</Button>
		</CommandForm>,
	)
	expect(page).toMatch(/<form[^>]* encType="multipart\/form-data"/i)
})

test('a field is tied to its label, its hint and its errors', async () => {
	const page = await renderPage(
		<TextField name="title" label="名称" hint="与稿件一致" errors={['请写明名称']} />,
	)
	expect(page).toContain('<label for="title"')
	expect(page).toMatch(
		/<input[^>]* id="title"[^>]* aria-describedby="title-hint title-error"[^>]* aria-invalid="true"/,
	)
	expect(page).toContain('id="title-hint"')
	expect(page).toContain('id="title-error"')
})

test('a field without fault says nothing of faults', async () => {
	const page = await renderPage(<TextArea name="words" label="意见" optional />)
	expect(page).not.toContain('aria-invalid')
	expect(page).not.toContain('aria-describedby')
	expect(page).toContain('（可不填）')
})

test('nothing is chosen beforehand in a row of choices', async () => {
	const choices = [
		{ value: 'yes', label: '是' },
		{ value: 'no', label: '否' },
	]
	const untouched = await renderPage(<RadioRow name="answer" legend="答复" choices={choices} />)
	expect(untouched).not.toContain('checked')
	const typed = await renderPage(<RadioRow name="answer" legend="答复" choices={choices} value="no" />)
	const chosen = [...typed.matchAll(/<input[^>]*>/g)]
		.map((match) => match[0])
		.filter((tag) => tag.includes('checked'))
	expect(chosen).toHaveLength(1)
	expect(chosen[0]).toContain('value="no"')
})

for (const [language, notice] of [
	['zh-CN', '本系统不得处理国家秘密'],
	['en', 'State secrets must not be handled in this system'],
] as const)
	test(`wherever a file is taken the page says what must not be in it (${language})`, async () => {
		const page = await renderPage(
			<FileField name="file" secrecyName="file-secrecy" label="稿件" accept=".docx" />,
			{
				language,
			},
		)
		expect(page).toContain(notice)
		expect(page.match(/<input type="radio" name="file-secrecy"/g)).toHaveLength(2)
		expect(page).not.toContain('checked')
	})

const refused: FormAnswer = {
	refusal: null,
	lastResult: {
		initialValue: { intent: 'note', title: '集市管理办法', words: '' },
		error: { words: ['missing'] },
	},
}

function noteForm(answer: FormAnswer | undefined, about: Record<string, string>) {
	return (
		<CommandForm commandKey="k" answer={answer} about={about}>
			<TextField name="title" label="名称" defaultValue="原名" />
			<TextArea name="words" label="意见" defaultValue="原意见" />
		</CommandForm>
	)
}

test('a form that was not taken keeps what was typed, counts its faults, and words each beside its field', async () => {
	const page = await renderPage(noteForm(refused, { intent: 'note' }))
	expect(page).toContain('有 1 处要改')
	expect(page).toContain('value="集市管理办法"')
	expect(page).not.toContain('原意见')
	expect(page).toMatch(/<textarea[^>]* aria-describedby="words-error" aria-invalid="true"/)
	expect(page).toMatch(/id="words-error"[^>]*>.*?这里必须填写/s)
	expect(page).not.toContain('title-error')
})

test('a form that was not the one sent stands as it stood', async () => {
	const page = await renderPage(noteForm(refused, { intent: 'other' }))
	expect(page).not.toContain('role="alert"')
	expect(page).toContain('value="原名"')
	expect(page).not.toContain('aria-invalid')
})

test('the refusal of a command stands above the object, so the form counts no faults beside it', async () => {
	const refusal = { code: 'unfitting', field: 'words', problem: 'too-long' } as const
	const page = await renderPage(noteForm({ ...refused, refusal }, { intent: 'note' }))
	expect(page).not.toContain('处要改')
	expect(page).toContain('words-error')
})
