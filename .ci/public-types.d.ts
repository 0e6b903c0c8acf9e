export declare function publicTypes(): string;
