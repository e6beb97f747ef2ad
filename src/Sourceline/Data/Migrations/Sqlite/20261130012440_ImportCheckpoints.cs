using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sourceline.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportCheckpoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ImportCheckpoints",
                columns: table => new
                {
                    Run = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Input = table.Column<int>(type: "INTEGER", nullable: false),
                    Settings = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Whole = table.Column<bool>(type: "INTEGER", nullable: false),
                    Results = table.Column<long>(type: "INTEGER", nullable: false),
                    Failed = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportCheckpoints", x => new { x.Run, x.Input });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportCheckpoints");
        }
    }
}
