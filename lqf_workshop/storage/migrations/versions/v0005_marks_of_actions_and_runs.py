"""What tells an action and an activity from those of another laptop; ways to find more quickly."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Give marks to what is there, let runs name each other by them, and index what is asked."""
    op.add_column("action", sa.Column("mark", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE action SET mark = lower(hex(randomblob(8)))")
    op.create_index(op.f("ix_action_mark"), "action", ["mark"])
    op.create_index(op.f("ix_action_state_review_on"), "action", ["state", "review_on"])
    op.create_index(
        op.f("ix_workshop_team_key_provider_held_on"),
        "workshop",
        ["team_key", "provider", "held_on"],
    )
    _let_runs_be_named_by_marks()


def _let_runs_be_named_by_marks() -> None:
    """Make the table anew: one of its columns is text now and was a number."""
    op.create_table(
        "new_activity_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("activity_code", sa.String(), nullable=False),
        sa.Column("activity_version", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=True),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("continues", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshop.id"],
            name=op.f("fk_activity_run_workshop_id_workshop"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["step_id"],
            ["step.id"],
            name=op.f("fk_activity_run_step_id_step"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_run")),
        sa.UniqueConstraint("step_id", name=op.f("uq_activity_run_step_id")),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO new_activity_run "
        "SELECT id, workshop_id, step_id, activity_code, activity_version, words, card, shown, "
        "lower(hex(randomblob(8))), '' FROM activity_run"
    )
    op.execute(
        "UPDATE new_activity_run SET continues = coalesce("
        "(SELECT earlier.mark FROM activity_run AS run JOIN new_activity_run AS earlier "
        "ON earlier.id = run.continues WHERE run.id = new_activity_run.id), '')"
    )
    # A number that was given once is not given again, whatever else remembers it.
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'new_activity_run'")
    op.execute("UPDATE sqlite_sequence SET name = 'new_activity_run' WHERE name = 'activity_run'")
    op.drop_table("activity_run")
    op.rename_table("new_activity_run", "activity_run")
    for column in ("workshop_id", "mark"):
        op.create_index(op.f(f"ix_activity_run_{column}"), "activity_run", [column])
