using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sourceline.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SourcedStories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SourcedStories",
                columns: table => new
                {
                    StoryId = table.Column<long>(type: "bigint", nullable: false),
                    Telling = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourcedStories", x => x.StoryId);
                    table.ForeignKey(
                        name: "FK_SourcedStories_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SourcedStories");
        }
    }
}
