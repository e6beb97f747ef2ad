using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sourceline.Data.Migrations.Postgres
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
                    Run = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Input = table.Column<int>(type: "integer", nullable: false),
                    Settings = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Whole = table.Column<bool>(type: "boolean", nullable: false),
                    Results = table.Column<long>(type: "bigint", nullable: false),
                    Failed = table.Column<List<long>>(type: "bigint[]", nullable: false),
                    WrittenUtc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
