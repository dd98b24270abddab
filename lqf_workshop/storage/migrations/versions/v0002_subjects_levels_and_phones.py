"""Votes on elements and skills, results by role level, and what phones send."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Widen rounds and ballots, and add the tables for phones."""
    for column in (
        sa.Column("depths", sa.String(), nullable=False, server_default="{}"),
        sa.Column("scale_code", sa.String(), nullable=False, server_default="team"),
        sa.Column("scale_words", sa.String(), nullable=True),
        sa.Column("by_level", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("comments", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("phone_key", sa.LargeBinary(), nullable=True),
        sa.Column("room_code", sa.String(), nullable=True),
    ):
        op.add_column("workshop", column)
    op.add_column("ballot", sa.Column("level", sa.String(), nullable=False, server_default=""))
    _let_rounds_be_about_subjects()
    _let_hands_have_levels()
    _add_phones()


def _let_rounds_be_about_subjects() -> None:
    """Make the table anew: its unique key names the column that gets another name."""
    op.create_table(
        "new_rating_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("tally", sa.String(), nullable=True),
        sa.Column("by_level", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"],
            ["workshop.id"],
            name=op.f("fk_rating_round_workshop_id_workshop"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_round")),
        sa.UniqueConstraint(
            "workshop_id",
            "subject",
            "number",
            name=op.f("uq_rating_round_workshop_id_subject_number"),
        ),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO new_rating_round "
        "SELECT id, workshop_id, dimension, number, expected, tally, '{}' FROM rating_round"
    )
    op.drop_table("rating_round")
    op.rename_table("new_rating_round", "rating_round")


def _let_hands_have_levels() -> None:
    """Make the table anew: its key grows, and what is in it is of no level."""
    op.rename_table("hand_count", "old_hand_count")
    op.create_table(
        "hand_count",
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("answer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["rating_round.id"],
            name=op.f("fk_hand_count_round_id_rating_round"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("round_id", "level", "answer", name=op.f("pk_hand_count")),
    )
    op.execute("INSERT INTO hand_count SELECT round_id, '', answer, count FROM old_hand_count")
    op.drop_table("old_hand_count")


def _add_phones() -> None:
    for name, columns in (
        ("phone_pick", ("poll", "answer")),
        ("phone_text", ("kind", "about", "text", "state")),
    ):
        op.create_table(
            name,
            sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column("workshop_id", sa.Integer(), nullable=False),
            *(sa.Column(column, sa.String(), nullable=False) for column in columns),
            sa.ForeignKeyConstraint(
                ["workshop_id"],
                ["workshop.id"],
                name=op.f(f"fk_{name}_workshop_id_workshop"),
                ondelete="CASCADE",
            ),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        )
        op.create_index(op.f(f"ix_{name}_workshop_id"), name, ["workshop_id"], unique=False)
