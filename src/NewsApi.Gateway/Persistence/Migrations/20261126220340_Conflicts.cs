using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsApi.Gateway.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Conflicts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Key",
                table: "FactArguments",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<long>(
                name: "InferredAt",
                table: "Articles",
                type: "INTEGER",
                nullable: true);

            // The keys of facts that are kept already: they are written anew, article by article.
            migrationBuilder.Sql("UPDATE \"Articles\" SET \"FactsRevision\" = NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FactArguments_Name_Key_FactId",
                table: "FactArguments",
                columns: new[] { "Name", "Key", "FactId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FactArguments_Name_Key_FactId",
                table: "FactArguments");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "FactArguments");

            migrationBuilder.DropColumn(
                name: "InferredAt",
                table: "Articles");
        }
    }
}
