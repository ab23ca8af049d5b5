import type { SameShape } from '#app/locales/same-shape.ts'
import type { account as zh } from '#app/locales/zh-cn/account.ts'

export const account: SameShape<typeof zh> = {
	title: 'Sign in',
	loginName: 'Account',
	password: 'Password',
	signIn: 'Sign in',
	toSignIn: 'To the sign-in',
	forgotten: 'Forgotten the password? Ask your unit’s system administrator.',
	passwordTitle: 'Set a password',
	passwordLead: '{{name}}, set a password for the account {{login}}. Every session it has will end.',
	newPassword: 'New password',
	repeat: 'Once more',
	rules: 'What a password has to be',
	setPassword: 'Set the password',
	rule: {
		'at-least-10': 'at least 10 characters',
		'at-most-128': 'at most 128 characters',
		'three-kinds': 'at least three of capitals, small letters, digits, signs',
		'not-the-name': 'without the names of the account, the person, the district, the organ and this product',
		'not-common':
			'not a common one such as Password123, Qwer1234, Admin@2026: without such words, years and runs of digits at least 6 letters or digits are left',
		'used-before': 'none of the last five',
	},
	own: {
		title: 'My account',
		lead: 'Your password is your own; nobody else sees it.',
		change: 'Change password',
		changeTitle: 'Change password',
		changeLead:
			'Sessions on other devices end, and links that an administrator issued are spent; you stay signed in here.',
		current: 'Present password',
		posts: 'Posts',
		passwordSet: 'Password set',
		sessions: 'Where you are signed in',
		sessionsLead:
			'In at most {{most}} places at once; a session ends after 30 minutes without use, and after 12 hours.',
		here: 'this device',
		since: 'signed in {{time}}',
		seen: 'last used {{time}}',
		everywhere: 'Sign out everywhere',
	},
	/** The second factor. */
	factor: {
		title: 'One-time codes',
		code: 'One-time code',
		codeHint: 'The six digits that your telephone shows now; without the telephone, one of your spare codes.',
		firstCodeHint: 'The six digits that your telephone shows now.',
		signInTitle: 'Type your one-time code',
		signInLead:
			'{{name}}, the password is right. You have not signed in from this device for 30 days: type a one-time code, too.',
		goOn: 'Go on',
		otherAccount: 'Sign in with another account',
		lost: 'Telephone lost, and no spare code left: ask the system administrator. A second administrator confirms a new password; the codes end with it, and you set them up anew.',
		dueTitle: 'Before you sign: your one-time code',
		dueLead:
			'Typed once, it holds for {{minutes}} minutes. Type it before you fill in what is below, and nothing stops you afterwards.',
		confirm: 'Confirm the code',
		why: 'A one-time code stands beside your password: every 30 seconds the telephone shows six new digits. Whoever knows only your password can neither sign in on a new device nor sign in your name.',
		isNotSet: 'No one-time codes are set up.',
		isSet: 'Set up at {{time}}; {{left}} spare codes are left.',
		mayChoose: 'With your post you may set them up, or leave it.',
		needsFrom:
			'With your post you sign, check or confirm: from {{day}} on you need them, and can do nothing without.',
		needsNoDay:
			'With your post you sign, check or confirm: set them up soon. No day from which they are needed has been set yet.',
		fewCodes: 'Your spare codes are running out: set up the telephone again, and you get new ones.',
		setUpTitle: 'Set up one-time codes',
		replaceTitle: 'Another telephone, or new spare codes',
		replaceLead: 'First type the code of now, or a spare code.',
		stepApp: 'Install an authenticator on your telephone.',
		stepAppNote:
			'Any that knows “TOTP”, such as FreeOTP or Microsoft Authenticator. It needs no network, sends no messages and costs nothing.',
		stepScan: 'Open it and scan this picture.',
		pictureLabel: 'QR code that sets up one-time codes; it holds the same as the letters below',
		stepType: 'Where it cannot be scanned, type these letters (kind: time-based):',
		once: 'Once set up, this picture is not shown again. Do not photograph it or pass it on.',
		stepCode: 'Type the six digits that it shows, and your password.',
		setUp: 'Turn one-time codes on',
		replace: 'Change to this telephone',
		spareTitle: 'One-time codes are on. Keep your spare codes',
		spareLead:
			'Without the telephone, a spare code stands in for the one-time code, each of them once. Print them and lock them away like a seal: they are not shown again. You are signed out on every other device.',
		print: 'Print the spare codes',
		kept: 'They are safe; go on',
	},
	setupTitle: 'Open the installation',
	setupLead:
		'Name three different people as system, security and audit administrator. None holds another role, none does business.',
	district: 'Name of the district',
	districtCode: 'Code of the district',
	organName: 'Organ that runs this system',
	organShortName: 'Its short name (for document numbers)',
	personName: 'Name',
	staffCode: 'Staff code',
	create: 'Create the three administrators',
	createdTitle: 'The three administrators are created',
	createdLead:
		'Hand each link to its person, who sets the password. Each works once, within three days, and is not shown again.',
}
