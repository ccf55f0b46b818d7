// A set of figures that is counted in pieces goes on by itself once somebody pressed the button; without this one presses
// it again for the next ones.
document.querySelector("form[data-go-on]")?.requestSubmit();
