/** Where the page's link to the form leads. */
export const formId = "interview-form";
