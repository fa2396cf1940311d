import type { Articles } from './articles'

export const en: Articles = {
  process: {
    title: 'How enrolment goes',
    text: [
      '- Account: the branch opens it. You receive a confirmation text that says where to sign in.',
      '- First sign-in: with your mobile number and a six-digit code. Read and accept the privacy notice, and confirm that you have read the admission rules.',
      '- Form: your details, work history and higher education. It saves itself; you can also press Save.',
      '- Materials: upload each image. What is not up to the standard is told with the measured figure, the requirement and a way to mend it.',
      '- Submission: check everything, then submit. Results and comments stand at the foot of your page; a return opens only what was commented.',
      '- Printing: approval makes the registration form and the letter of introduction. Print them and have them sealed.',
      '- On site: bring the prints and the originals. What stays is receipted.',
      '- Fee: paid on site by Alipay or WeChat once the originals have passed.',
    ],
  },
  deadline: {
    title: 'How the {days} days are counted',
    text: [
      'Submit within {days} days of receiving the confirmation text; otherwise the application counts as abandoned.',
      '- The day of receipt does not count. A first sign-in before the text arrives counts as its receipt.',
      '- The deadline is 24:00 of day {days}, China Standard Time. A statutory day of rest moves it to the next working day as a rule.',
      '- The season’s closing date comes first where it is earlier. Your own deadline stands on your home page, by the server’s clock.',
      '- A return starts {days} new days, counted from its text or from your opening it.',
    ],
  },
  form: {
    title: 'How to fill in your details',
    text: [
      'State the facts: the registration form that is made from them enters your personnel file.',
      '- Education level: bachelor or above, as your personnel department recognises it.',
      '- School and month of graduation: of that level.',
      '- Employer: where your personnel relation is.',
      '- Joining the Party and first employment: year and month only.',
      '- Post and professional title: series and grade as the human resources authority recognises them.',
      '- A birth date other than the identity number’s needs an explanation; the personnel file decides.',
    ],
  },
  history: {
    title: 'How to fill in the work history',
    text: [
      'From the month of first employment until now, without a gap. Each line begins in the month in which the one before ends, or the next; the last one lasts until now.',
      '- Example: 2015.7-2017.3, district office, clerk',
      '- 2017.4 until now, district office, deputy section chief',
      '- Full-time study, military service and unemployment belong in it too.',
      '- Studies and secondments beside the post go into “meanwhile” of their line.',
      '- You can paste a history as text; it is shown as lines for you to confirm.',
      '- The printed box is limited: shorten the text when the meter exceeds 100 %.',
    ],
  },
  materials: {
    title: 'What to upload',
    text: [
      'Marked * is required:',
      '- 1. *ID photo',
      '- 2. *Identity card, both sides',
      '- 3. Junior college diploma, with its entry',
      '- 4. *Bachelor’s diploma',
      '- 5. Postgraduate diploma, with its entry',
      '- 6. Master’s degree certificate or its authentication report: https://www.chsi.com.cn/xwcx/index.jsp',
      '- 7. *Appointment document: first page, page with your name, signature page; or a stamped copy; letters of appointment too.',
      '- 8. *Professional title certificate: first page and content page; choose “none” in the form if you have none.',
      '- 9. *Registration record of the diploma: https://my.chsi.com.cn/archive/index.jsp',
      '- 10. Other evidence',
    ],
  },
  photo: {
    title: 'Standard of the ID photo',
    text: [
      '- A colour ID photo taken within 6 months; no selfie or snapshot.',
      '- An even white background.',
      '- At least 300×400 pixels, width to height 3:4.',
      '- File size 100K-400K bytes.',
      '- JPEG.',
      'An image below the standard may fail the review.',
    ],
  },
  scan: {
    title: 'Standard of scans',
    text: [
      '- The original is complete with signatures and seals, true and valid.',
      '- Scanned in colour, straight, sharp and readable.',
      '- At least 200DPI.',
      '- File size 400K-600K bytes.',
      '- JPEG.',
      'Scan small papers at 600DPI, or on a sheet of A4.',
      'An image below the standard may fail the review.',
    ],
  },
  record: {
    title: 'The registration record of a diploma',
    text: [
      'A bachelor of national education needs the Ministry’s registration record. Set its online validity to 180 days; its QR code must be readable.',
      '- Ordered at https://my.chsi.com.cn/archive/index.jsp',
      '- The verification code and its last day are printed at the foot of the record.',
      '- Party schools: the query result. Overseas: the recognition certificate.',
      '- Degree reports are ordered at https://www.chsi.com.cn/xwcx/index.jsp',
    ],
  },
  seal: {
    title: 'Whose seal is needed',
    text: [
      'The box of the personnel department needs the seal of your employer or its personnel department: the one that has authority over your post.',
      'County-level cadres: the organisation department or the human resources bureau, by who appoints you.',
      'The letter’s upper half takes your employer’s seal, the lower half the Party organisation’s.',
    ],
  },
  review: {
    title: 'Submission, review and returns',
    text: [
      'After submission the materials are reviewed, and nothing can be changed.',
      '- Approval makes the registration form and the letter; print them and have them sealed.',
      '- After a return, comments and the result stand at the foot of your page. Only what was commented, and what depends on it, can be changed.',
    ],
  },
  printing: {
    title: 'How to print',
    text: [
      'All papers on A4, one page each.',
      '- Choose “actual size” or 100 %, not “fit to page”.',
      '- One-sided. Three copies of the registration form, signed and sealed.',
      '- The registration record and the degree report on A4 too, one page each.',
    ],
  },
  onSite: {
    title: 'What to bring',
    text: [
      'Three registration forms, the letter, your identity card (given back), bachelor’s*, postgraduate* and master’s* certificates, the appointment document, the title certificate, the registration record, the degree report, and other evidence.',
      '*A bachelor of national education with the registration record, a master’s degree with its report, and a Party school bachelor with the query result need not hand in the certificate.',
      'After approval, the page “Print and on site” lists what you yourself bring.',
    ],
  },
  payment: {
    title: 'How to pay',
    text: [
      'On site, by Alipay or WeChat, once the originals have passed. Never transfer money to anybody online.',
    ],
  },
  display: {
    title: 'If the page looks wrong',
    text: [
      'Press Ctrl+Shift+Delete together, clear the browsing data, and sign in again.',
      'Use Chrome or 360 Secure Browser in its fast mode.',
    ],
  },
  messages: {
    title: 'If no text message comes',
    text: [
      'See whether your phone blocks messages, and look into its junk folder.',
      '- A code can be sent once a minute and holds for five minutes.',
      '- If your number has changed, ask the branch to correct it.',
      '- If none ever comes, the branch can give you a one-time code at the desk.',
    ],
  },
}
