// Links the whole core and nothing of a window. Running it shows that the archive also loads.
int main()
{
    return 0;
}
