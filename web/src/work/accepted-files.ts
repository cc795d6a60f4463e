/** What the chooser of files offers; the server looks at the bytes. */
export const accepted = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp,.doc,.xls,.ppt,.txt,.csv'
