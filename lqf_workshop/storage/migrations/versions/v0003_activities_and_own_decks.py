"""Activities, piles of answers, and decks and activities of the facilitator's own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what is missing; nothing that is there changes."""
    op.add_column("note", sa.Column("heap", sa.String(), nullable=False, server_default=""))
    _add_activities()
    _add_own_content()


def _add_activities() -> None:
    op.create_table(
        "activity_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("activity_code", sa.String(), nullable=False),
        sa.Column("activity_version", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=True),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("continues", sa.Integer(), nullable=False),
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
    op.create_index(op.f("ix_activity_run_workshop_id"), "activity_run", ["workshop_id"])
    op.create_table(
        "activity_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["activity_run.id"],
            name=op.f("fk_activity_entry_run_id_activity_run"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_entry")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_activity_entry_run_id"), "activity_entry", ["run_id"])


def _add_own_content() -> None:
    op.create_table(
        "own_activity",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("binned", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_own_activity")),
    )
    op.create_table(
        "own_deck",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("binned", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_own_deck")),
    )
    op.create_table(
        "own_card",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("deck_code", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("binned", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deck_code"],
            ["own_deck.code"],
            name=op.f("fk_own_card_deck_code_own_deck"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_card")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_own_card_deck_code_position"), "own_card", ["deck_code", "position"])
