"""Routes of the figures."""

from django.urls import path

from kring.vault.routes import to

app_name = "reporting"
COMPOSER = "kring.reporting.composer"
STEPS = {
    "recount": "recount",
    "count-on": "count_on",
    "adopt": "adopt",
    "freeze": "freeze",
    "read-over": "read_over",
    "approve": "approve",
    "send": "send",
}
urlpatterns = [
    path("figures", to("kring.reporting.views.council_answer"), name="council_answer"),
    path("figures/freeze", to("kring.reporting.views.freeze"), name="freeze"),
    path("figures/department", to("kring.reporting.department.department"), name="department"),
    path("figures/questions", to(f"{COMPOSER}.views.questions"), name="questions"),
    path("figures/trends", to("kring.reporting.trends.views.trends"), name="trends"),
    path("figures/questions/new", to(f"{COMPOSER}.views.begin"), name="question_begin"),
    path("figures/questions/<str:question>", to(f"{COMPOSER}.views.question"), name="question"),
    path("figures/questions/<str:question>/received", to(f"{COMPOSER}.views.received"), name="question_received"),
    path("figures/questions/<str:question>/figure", to(f"{COMPOSER}.figure_views.figure"), name="question_figure"),
    path("figures/questions/<str:question>/figure/<str:figure>", to(f"{COMPOSER}.figure_views.figure"), name="figure"),
    path(
        "figures/questions/<str:question>/figure/<str:figure>/leave-out",
        to(f"{COMPOSER}.figure_views.leave_out"),
        name="figure_leave_out",
    ),
    path("figures/questions/<str:question>/words", to(f"{COMPOSER}.figure_views.words"), name="question_words"),
    *(
        path(f"figures/questions/<str:question>/{step}", to(f"{COMPOSER}.step_views.{view}"), name=f"question_{view}")
        for step, view in STEPS.items()
    ),
    *(
        path(
            f"figures/questions/<str:question>/{after}", to(f"{COMPOSER}.after_views.{after}"), name=f"question_{after}"
        )
        for after in ("correct", "withdraw")
    ),
    path("figures/questions/<str:question>/frozen/<str:reply>", to(f"{COMPOSER}.step_views.frozen"), name="frozen"),
    path("open/figures", to("kring.reporting.published.views.answers"), name="open_answers"),
    path("open/figures/openapi.json", to("kring.reporting.published.views.openapi"), name="open_described"),
    path("open/figures/<str:answer>.<str:ending>", to("kring.reporting.published.views.answer"), name="open_form"),
    path("open/figures/<str:answer>", to("kring.reporting.published.views.answer"), name="open_answer"),
    path(
        "figures/questions/<str:question>/frozen/<str:reply>/<str:kind>",
        to(f"{COMPOSER}.step_views.export"),
        name="export",
    ),
]
